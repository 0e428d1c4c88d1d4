"""Counts and groups the words of a text made on the spot: Counter, defaultdict, sets and plain dicts."""

from collections import Counter, OrderedDict, defaultdict

SYLLABLES = "ba ke lo mi nu ra se ti vo zu an er il on ut".split()


def text(words, seed):
    for _ in range(words):
        seed = (seed * 1103515245 + 12345) % 2147483648
        one, two = (seed >> 16) % 15, (seed >> 20) % 15
        word = SYLLABLES[one] + SYLLABLES[two]
        if seed & 0x10000000:
            word += SYLLABLES[(one * two) % 15]
        yield word.capitalize() + "." if seed % 11 == 0 else word


def work():
    words = list(text(30_000, 3))
    counts = Counter(word.strip(".").lower() for word in words)
    by_hand = {}
    for word in words:
        by_hand[word] = by_hand.get(word, 0) + 1
    by_letter = defaultdict(set)
    followers = defaultdict(Counter)
    last = ""
    for word in words:
        by_letter[word[0]].add(word)
        followers[last][word] += 1
        last = word
    order = OrderedDict.fromkeys(words)
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    shared = set(by_hand) & set(counts) - by_letter["b"]
    likeliest = max((count, word) for word, after in followers.items() for count in after.values())
    return common[0][0], common[2][1], len(order), len(shared), likeliest
