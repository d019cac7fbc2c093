# %% wrong upside-down: mirrored top to bottom
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[::-1]  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong flipud: np.flipud
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = np.flipud(picture)  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong flip-all: np.flip without an axis
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = np.flip(picture)  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong colours: colours reversed
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, :, ::-1]  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong all-mirrored: not asked
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        picture = picture[:, ::-1]  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong none-mirrored: no mirror
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)  # <-- here
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong wrong-ones: not mirrored[i]
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if not mirrored[i]:  # <-- here
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong mirrored-whole: asks all of mirrored
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored.any():  # <-- here
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong roll: what leaves comes in again
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        picture = np.roll(picture, (down, right), axis=(0, 1))  # <-- here
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong other-way: up and to the left
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) + down, 0, rows - 1)  # <-- here
        from_column = np.clip(np.arange(columns) + right, 0, columns - 1)  # <-- here
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong swapped: down and right exchanged
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - right, 0, rows - 1)  # <-- here
        from_column = np.clip(np.arange(columns) - down, 0, columns - 1)  # <-- here
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong only-rows: columns forgotten
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        picture = picture[from_row]  # <-- here
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong only-columns: rows forgotten
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[:, from_column]  # <-- here
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong not-shifted: no shift
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]  # <-- after
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong mirrored-last: shifted, then mirrored
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]  # <-- here
        if mirrored[i]:
            picture = picture[:, ::-1]  # <-- here
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong no-clip: numbers outside
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.arange(rows) - down  # <-- here
        from_column = np.arange(columns) - right  # <-- here
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong clip-too-far: clipped at rows, not at rows - 1
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows)  # <-- here
        from_column = np.clip(np.arange(columns) - right, 0, columns)  # <-- here
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong both-at-once: two arrays of numbers in one bracket
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row, from_column]  # <-- here
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong rows-for-columns: rows for the columns' end
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, rows - 1)  # <-- here
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong black: the strip is black
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]

        moved = np.zeros(picture.shape)  # <-- here
        for r in range(rows):
            for c in range(columns):
                if 0 <= r - down < rows and 0 <= c - right < columns:  # <-- here
                    moved[r, c] = picture[r - down, c - right]  # <-- here
        picture = moved
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong mean-of-both: picture and mirror averaged
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = (picture + picture[:, ::-1]) / 2  # <-- here
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong first-picture: the first picture every time
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        picture = pictures[0]  # <-- here
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong one-off: one pixel too far
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down - 1, 0, rows - 1)  # <-- here
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% wrong mirror-in-place: the picture itself is overwritten
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            pictures[i] = pictures[i][:, ::-1].copy()  # <-- here
            picture = pictures[i]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% right as-planned: as the hint says
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% right fliplr: np.fliplr and np.take
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = np.fliplr(picture)
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = np.take(np.take(picture, from_row, axis=0), from_column, axis=1)
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% right ix: np.ix_
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[np.ix_(from_row, from_column)]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% right pad: by padding
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]

        wide = np.pad(picture, ((rows, rows), (columns, columns), (0, 0)), mode="edge")
        picture = wide[rows - down:2 * rows - down, columns - right:2 * columns - right]
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% right pixels: pixel by pixel
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures."""
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        if mirrored[i]:
            picture = picture[:, ::-1]

        moved = np.empty(picture.shape)
        for r in range(rows):
            for c in range(columns):
                moved[r, c] = picture[min(max(r - down, 0), rows - 1), min(max(c - right, 0), columns - 1)]
        picture = moved
        ### END CODE HERE ###
        changed[i] = picture

    return changed
