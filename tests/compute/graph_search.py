"""Searches graphs kept as dicts and sets: breadth first, depth first, in layers, and for parts that hang together."""

from collections import deque


def make_graph(size):
    graph = {number: set() for number in range(size)}
    seed = 11
    for number in range(size):
        for _ in range(2):
            seed = (seed * 1103515245 + 12345) % 2147483648
            other = (seed >> 12) % size
            if number % 7 and other % 7:
                graph[number].add(other)
                graph[other].add(number)
    return graph


def distances(graph, start):
    found = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def parts(graph):
    unseen = set(graph)
    while unseen:
        stack = [unseen.pop()]
        part = set(stack)
        while stack:
            fresh = graph[stack.pop()] - part
            part |= fresh
            stack.extend(fresh)
        unseen -= part
        yield part


def topological(size):
    needs = {node: {node // 2, node // 3, node // 5} - {node} for node in range(size)}
    needed_by = {node: [] for node in range(size)}
    for node, before in needs.items():
        for other in before:
            needed_by[other].append(node)
    ready = deque(node for node, before in needs.items() if not before)
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for other in needed_by[node]:
            needs[other].discard(node)
            if not needs[other]:
                ready.append(other)
    return order


def work():
    graph = make_graph(4000)
    found = [distances(graph, start) for start in range(1, 132, 6)]
    farthest = [max(lengths.values()) for lengths in found]
    sizes = sorted(map(len, parts(graph)))
    order = topological(8000)
    return sum(farthest), sum(sum(lengths.values()) for lengths in found), sizes[-1], len(sizes), order.index(4321)
