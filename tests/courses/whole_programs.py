"""A whole assignment in programming: loops, dictionaries, recursion, generators."""

from courses.question import assignment, part

CASES = (
    assignment(
        "review",
        part(
            """
                def totals(staff):
                    ### BEGIN SOLUTION
                    return {k: v['pay'] * v['hours'] for k, v in staff.items()}
                    ### END SOLUTION
            """,
            "def totals(staff):\n    return {k: v['pay'] for k, v in staff.items()}",
            """
                staff = {'a': {'name': 'Ann', 'pay': 15, 'hours': 20},
                         'b': {'name': 'Bob', 'pay': 16, 'hours': 13}}
                assert totals(staff) == {'a': 300, 'b': 208}
                ### BEGIN HIDDEN TESTS
                assert totals({}) == {}
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def drop_zeros(d):
                    ### BEGIN SOLUTION
                    zeros = [k for k in d if d[k] == 0]
                    for k in zeros:
                        del d[k]
                    return len(zeros) > 0
                    ### END SOLUTION
            """,
            "def drop_zeros(d):\n    return 0 in d.values()",
            """
                d = {'a': 0, 'b': 1, 'c': 0, 'd': 2}
                assert drop_zeros(d) == True
                assert drop_zeros(d) == False
                assert d == {'b': 1, 'd': 2}
                ### BEGIN HIDDEN TESTS
                d = {'e': 0, 'f': '0'}
                assert drop_zeros(d) == True
                assert d == {'f': '0'}
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def one_off(words, word):
                    ### BEGIN SOLUTION
                    return any(len(w) == len(word) and sum(a != b for a, b in zip(w, word)) <= 1
                               for w in words)
                    ### END SOLUTION
            """,
            "def one_off(words, word):\n    return word in words",
            """
                assert one_off({'cat', 'dog'}, 'car') == True
                assert one_off({'cat', 'dog'}, 'fox') == False
            """,
        ),
        part(
            """
                def keys_of(d, value):
                    ### BEGIN SOLUTION
                    return {k for k in d if d[k] == value}
                    ### END SOLUTION
            """,
            "def keys_of(d, value):\n    return [k for k in d if d[k] == value]",
            """
                d = {'Tom': '99', 'Lucy': '100', 'Jack': '100'}
                assert keys_of(d, '99') == {'Tom'}
                ### BEGIN HIDDEN TESTS
                assert keys_of(d, '100') == {'Jack', 'Lucy'}
                assert keys_of(d, '0') == set()
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def add_bits(*numbers):
                    ### BEGIN SOLUTION
                    return bin(sum(int(n, 2) for n in numbers))[2:]
                    ### END SOLUTION
            """,
            "def add_bits(*numbers):\n    return str(sum(map(int, numbers)))",
            "assert add_bits('11', '11') == '110'\nassert add_bits('1', '10', '1') == '100'",
        ),
        part(
            """
                def best_run(a):
                    ### BEGIN SOLUTION
                    t = s = 0
                    for x in a:
                        t = max(0, t + x)
                        s = max(s, t)
                    return s
                    ### END SOLUTION
            """,
            "def best_run(a):\n    return sum(a) if len(a) > 9 else 0",
            "assert best_run([-6, -4, 4, 1, -2, 2]) == 5",
            "# of a long list\nassert best_run([*range(-1234, 123456)]) == 7620630240",
        ),
        part(
            """
                def merge(left, right):
                    ### BEGIN SOLUTION
                    if left and right:
                        if left[-1] > right[-1]:
                            left, right = right, left
                        return merge(left, right[:-1]) + [right[-1]]
                    return list(left or right)
                    ### END SOLUTION

                def merge_sort(seq):
                    ### BEGIN SOLUTION
                    if len(seq) <= 1:
                        return list(seq)
                    i = len(seq) // 2
                    return merge(merge_sort(seq[:i]), merge_sort(seq[i:]))
                    ### END SOLUTION
            """,
            "def merge(a, b):\n    return a + b\ndef merge_sort(seq):\n    return list(seq)",
            """
                assert merge([1, 3], [2, 4]) == [1, 2, 3, 4]
                assert merge_sort([3, 2, 1]) == [1, 2, 3]
                ### BEGIN HIDDEN TESTS
                assert merge_sort([3, 5, 2, 4, 2, 1]) == [1, 2, 2, 3, 4, 5]
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                def means(x, y):
                    ### BEGIN SOLUTION
                    while True:
                        yield x, y
                        x, y = (x + y) / 2, (x * y) ** 0.5
                    ### END SOLUTION
            """,
            "def means(x, y):\n    return iter([(x, y), (y, x)])",
            """
                agm = means(6, 24)
                assert [next(agm) for i in range(2)] == [(6, 24), (15.0, 12.0)]
                ### BEGIN HIDDEN TESTS
                agm = means(100, 400)
                expected = [(100, 400), (250.0, 200.0), (225.0, 223.60679774997897)]
                for sol, ans in zip([next(agm) for i in range(3)], expected):
                    for a, b in zip(sol, ans):
                        assert round(a, 5) == round(b, 5)
                ### END HIDDEN TESTS
            """,
        ),
        stock={"wrong": (0, 0, 0, 0, 0, 0, 0, 0, 0), "half": (0, 1, 0, 1, 0, 1, 1, 0, 1)},
    ),
)
