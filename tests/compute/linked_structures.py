"""Uses containers written in Python: a linked list, a hash table, a heap and a ring, by their special methods."""


class Link:
    __slots__ = ("next", "value")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Chain:
    def __init__(self, values=()):
        self.first = None
        self.length = 0
        for value in values:
            self.push(value)

    def push(self, value):
        self.first = Link(value, self.first)
        self.length += 1

    def reverse(self):
        before, link = None, self.first
        while link is not None:
            link.next, before, link = before, link, link.next
        self.first = before

    def __iter__(self):
        link = self.first
        while link is not None:
            yield link.value
            link = link.next

    def __len__(self):
        return self.length


class Table:
    def __init__(self):
        self.slots = [[] for _ in range(8)]
        self.used = 0

    def __setitem__(self, key, value):
        slot = self.slots[key % len(self.slots)]
        for pair in slot:
            if pair[0] == key:
                pair[1] = value
                return
        slot.append([key, value])
        self.used += 1
        if self.used > 2 * len(self.slots):
            pairs = [pair for slot in self.slots for pair in slot]
            self.slots = [[] for _ in range(2 * len(self.slots))]
            for pair in pairs:
                self.slots[pair[0] % len(self.slots)].append(pair)

    def __getitem__(self, key):
        for known, value in self.slots[key % len(self.slots)]:
            if known == key:
                return value
        raise KeyError(key)

    def __contains__(self, key):
        return any(known == key for known, _ in self.slots[key % len(self.slots)])


class Ring:
    def __init__(self, size):
        self.values = [0] * size
        self.start = 0

    def put(self, value):
        self.values[self.start] = value
        self.start = (self.start + 1) % len(self.values)

    def __getitem__(self, index):
        if index >= len(self.values):
            raise IndexError(index)
        return self.values[(self.start + index) % len(self.values)]

    def __bool__(self):
        return any(self.values)


def work():
    # Short chains: the end of a long one is the end of each link inside the one before, which is deep.
    chains = [Chain([place]) for place in range(100)]
    table, ring = Table(), Ring(16)
    seed, missing, total = 13, 0, 0
    for number in range(18_000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        key = (seed >> 16) % 4000
        chains[key % 100].push(key)
        table[key] = number
        ring.put(key)
        if number + 1 not in table:
            missing += 1
        total += table[key] + ring[3]
        if number % 50 == 0 and ring:
            chains[number % 99].reverse()
            total += sum(ring)
    lengths = sum(len(chain) * place for place, chain in enumerate(chains))
    firsts = sum(next(iter(chain)) for chain in chains)
    return total, missing, table.used, lengths, sum(map(sum, chains)) % 9973, firsts
