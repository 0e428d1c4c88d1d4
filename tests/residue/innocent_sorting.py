# finds: nothing
from functools import cmp_to_key, total_ordering
from operator import attrgetter

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

versions = [Version(text) for text in ("1.10", "1.2", "0.9.1")]
newest = max(versions)
ordered = sorted(versions, key=attrgetter("parts"), reverse=True)
by_length = sorted(["bb", "a", "cc"], key=cmp_to_key(lambda a, b: len(b) - len(a)))
print(newest.parts, ordered[0] >= ordered[1], by_length)
