"""Whether two numbers are one, but for a slip of the hand."""


def one_slip_apart(a: str, b: str) -> bool:
    """Say whether two numbers differ by one typing slip: a character changed, added, lost, or two neighbours swapped.

    Runs of numbers given one after the other (LLI-263 and LLI-264) differ by a slip too: their last characters
    are successive, and that is taken for two projects.

    >>> one_slip_apart("LLI-263", "LLI-236"), one_slip_apart("LLI-263", "LLI-463"), one_slip_apart("LLI-263", "LLI-268")
    (True, True, True)
    >>> one_slip_apart("LLI-263", "LLI-264"), one_slip_apart("LLI-263", "LLI-425")
    (False, False)
    """
    if len(a) == len(b):
        differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(differing) == 1:
            x, y = a[differing[0]], b[differing[0]]
            successive = differing[0] == len(a) - 1 and x.isdigit() and y.isdigit() and abs(int(x) - int(y)) == 1
            return not successive
        first, last = (differing[0], differing[-1]) if differing else (0, 0)
        return differing == [first, first + 1] and a[first] == b[last] and a[last] == b[first]
    shorter, longer = sorted((a, b), key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
