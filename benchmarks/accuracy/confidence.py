"""Compares the confidence of words with the share of right ones, for words found at the place of a printed word."""

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
SURE = 0.95


def pairs(truth, words):
    """{word read: word printed}, by index: each read word with the printed one of largest overlap, if it is sufficient."""
    candidates = sorted(((_overlap(word["box"], said["box"]), i, j) for i, word in enumerate(words) for j, said in enumerate(truth)), reverse=True)
    of_word, used = {}, set()
    for share, i, j in candidates:
        if share >= 0.6 and i not in of_word and j not in used:
            of_word[i] = j
            used.add(j)
    return of_word


def matched(truth, words):
    """(confidence, right) of each word read; right is None where there is no printed word."""
    of_word = pairs(truth, words)
    return [(word["confidence"], word["text"] == truth[of_word[i]]["text"] if i in of_word else None) for i, word in enumerate(words)]


def _overlap(found, said):
    """Common width over combined width, where they share a line. Heights differ: one box fits the ink, the other is an em high."""
    high = min(found[3], said[3]) - max(found[1], said[1])
    if high < 0.5 * min(found[3] - found[1], said[3] - said[1]):
        return 0.0
    wide = min(found[2], said[2]) - max(found[0], said[0])
    return max(0.0, wide / (max(found[2], said[2]) - min(found[0], said[0])))


def table(found):
    """Per bin: lower edge, words at a printed word, right ones, words without a printed word, mean confidence of the first."""
    rows = []
    for low, high in zip(EDGES, (*EDGES[1:], 1.01)):
        inside = [item for item in found if low <= item[0] < high]
        placed = [item for item in inside if item[1] is not None]
        mean = sum(confidence for confidence, _ in placed) / len(placed) if placed else None
        rows.append({"from": low, "words": len(placed), "right": sum(right for _, right in placed), "elsewhere": len(inside) - len(placed), "mean": mean})
    return rows


def sure(found):
    """(right, of) among words of at least SURE at a printed word, and the number of such words without a printed word."""
    certain = [right for confidence, right in found if confidence >= SURE]
    placed = [right for right in certain if right is not None]
    return sum(placed), len(placed), len(certain) - len(placed)
