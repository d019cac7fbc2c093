"""Whole assignments in programming: a game with a module that keeps state, and ciphers."""

from courses.question import assignment, part

PEGS = """
counted = set()


def forget():
    counted.clear()


def mark(i):
    counted.add(i)


def is_marked(i):
    return i in counted
"""

CASES = (
    assignment(
        "guessing-pegs",
        part(
            """
                import random
                def secret(colors, length):
                    code = ''
                    ### BEGIN SOLUTION
                    for _ in range(length):
                        code += colors[int(random.random() * len(colors))]
                    ### END SOLUTION
                    return code
            """,
            "def secret(colors, length):\n    return 'RGB'",
            """
                ### BEGIN HIDDEN TESTS
                def good(colors, length):
                    code = secret(colors, length)
                    return len(code) == length and all(c in colors for c in code)
                for l in range(10):
                    assert good('ACDEFHIJ', l)
                ### END HIDDEN TESTS
            """,
        ),
        part(
            """
                ### BEGIN SOLUTION
                def valid(colors, length, guess):
                    return len(guess) == length and all(peg in colors for peg in guess)
                ### END SOLUTION
            """,
            "def valid(colors, length, guess):\n    return len(guess) == length",
            """
                assert valid('RBG', 1, 'R') == True
                assert valid('RBG', 2, 'B') == False
                assert valid('RBG', 2, 'RP') == False
                ### BEGIN HIDDEN TESTS
                assert valid('RBGY', 5, 'RBGY') == False
                ### END HIDDEN TESTS
            """,
        ),
        part(
            "from pegs import forget, is_marked, mark",
            "def forget(): pass\ndef mark(i): pass\ndef is_marked(i): return True",
            """
                forget()
                mark(3)
                assert is_marked(3) and not is_marked(0)
                ### BEGIN HIDDEN TESTS
                forget()
                mark(8)
                assert is_marked(8) and not is_marked(3)
                ### END HIDDEN TESTS
            """,
        ),
        part(
            "forget()\nfor i in range(0, 11, 2):\n    mark(i)",
            "forget()",
            """
                for i in range(11):
                    assert not is_marked(i) if i % 2 else is_marked(i)
            """,
        ),
        part(
            """
                def answer(code, guess):
                    ### BEGIN SOLUTION
                    black = white = 0
                    forget()
                    for i in range(len(guess)):
                        if guess[i] == code[i]:
                            black += 1
                            mark(i)
                    for i in range(len(guess)):
                        for j in range(len(code)):
                            if code[i] != guess[i] == code[j] and not is_marked(j):
                                white += 1
                                mark(j)
                                break
                    return 'b' * black + 'w' * white
                    ### END SOLUTION
            """,
            "def answer(code, guess):\n    return 'b' * len(guess)",
            """
                def check_answer(wanted, code, guess):
                    found = answer(code, guess)
                    if found != wanted:
                        print(f'With {code} and {guess} it should be {wanted}, not {found}.')
                    assert found == wanted
                check_answer(10 * 'b', 'RGBRGBRGBY', 'RGBRGBRGBY')
                check_answer(10 * 'w', 'RGBRGBRGBY', 'YRGBRGBRGB')
                ### BEGIN HIDDEN TESTS
                check_answer('b' + 6 * 'w', 'RRRRGGG', 'GGGRRRR')
                ### END HIDDEN TESTS
            """,
        ),
        files={"pegs.py": PEGS},
        stock={"half": (0, 1, 0, 0, 0)},
    ),
    assignment(
        "ciphers",
        part(
            """
                def decrypt(text, key):
                    ### BEGIN SOLUTION
                    return ''.join(chr((ord(c) - key) % N) for c in text)
                    ### END SOLUTION
            """,
            "def decrypt(text, key):\n    return text",
            """
                assert decrypt('bcdz{', 1) == 'abcyz'
                assert decrypt('Mjqqt', 5) == 'Hello'
            """,
            before="""
                N = 1114112
                def encrypt(text, key):
                    return ''.join(chr((ord(c) + key) % N) for c in text)
                WORDS = ['Ada', 'hello', 'world', 'you', 'know', 'Jean']
                WORDS += [f'w{i}' for i in range(30000)]
            """,
        ),
        part(
            "known = set(w.lower() for w in WORDS)",
            "known = set(WORDS)",
            """
                assert isinstance(known, set) and len(known) == 30006
                assert all(w in known for w in ('ada', 'hello'))
                assert all(w not in known for w in ('Ada', 'hola'))
            """,
        ),
        part(
            """
                import string

                def tokens_of(text):
                    ### BEGIN SOLUTION
                    return [t.strip(string.punctuation).lower() for t in text.split()]
                    ### END SOLUTION
            """,
            "def tokens_of(text):\n    return text.split()",
            """
                assert tokens_of('Hello, World!') == ['hello', 'world']
                assert score('Hello, World!') >= 0.99999
                ### BEGIN HIDDEN TESTS
                assert tokens_of('Hello, 昍昍.') == ['hello', '昍昍']
                assert 0.49 < score('Hello, 昍昍.') < 0.51
                ### END HIDDEN TESTS
            """,
            before="""
                def tokens_of(text):
                    return text.split()
                def score(text):
                    found = tokens_of(text)
                    return len([t for t in found if t in known]) / len(found)
                score('hello world')
            """,
        ),
        part(
            """
                def attack(text, least=0.6):
                    ### BEGIN SOLUTION
                    for key in range(N):
                        if score(decrypt(text, key)) >= least:
                            yield key
                    ### END SOLUTION
            """,
            "def attack(text, least=0.6):\n    return [1, 2, 3]",
            """
                guesses = attack(encrypt('Hello, World!', 1234))
                key = next(guesses)
                assert decrypt(encrypt('Hello, World!', 1234), key) == 'Hello, World!'
                ### BEGIN HIDDEN TESTS
                assert next(attack(encrypt('Do you know Jean?', 99))) == 99
                ### END HIDDEN TESTS
            """,
        ),
        stock={"half": (0, 1, 0, 0)},
    ),
)
