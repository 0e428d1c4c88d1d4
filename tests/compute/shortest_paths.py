"""Finds shortest ways with heaps: Dijkstra on a graph, A* on a grid, and merged streams."""

import heapq


def make_roads(size):
    roads = {town: [] for town in range(size)}
    seed = 99
    for town in range(size):
        for step in (1, 7, 31):
            seed = (seed * 1103515245 + 12345) % 2147483648
            other, length = (town * step + step) % size, (seed >> 16) % 90 + 10
            roads[town].append((other, length))
            roads[other].append((town, length))
    return roads


def dijkstra(roads, start):
    best = {start: 0}
    heap = [(0, start)]
    while heap:
        length, town = heapq.heappop(heap)
        if length > best[town]:
            continue
        for other, more in roads[town]:
            total = length + more
            if total < best.get(other, 1_000_000):
                best[other] = total
                heapq.heappush(heap, (total, other))
    return best


def across(size):
    """The least number of steps across a grid with walls."""
    walls = {(x, y) for x in range(0, size, 4) for y in range(size) if (x * 7 + y) % 11}
    start, goal = (1, 1), (size - 2, size - 2)
    heap = [(0, 0, start)]
    seen = {start: 0}
    while heap:
        _, steps, (x, y) = heapq.heappop(heap)
        if (x, y) == goal:
            return steps
        for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if min(place) < 0 or max(place) >= size or place in walls or seen.get(place, 1_000_000) <= steps + 1:
                continue
            seen[place] = steps + 1
            left = abs(goal[0] - place[0]) + abs(goal[1] - place[1])
            heapq.heappush(heap, (steps + 1 + left, steps + 1, place))
    return -1


def work():
    roads = make_roads(1200)
    lengths = [dijkstra(roads, start) for start in range(0, 1200, 60)]
    total = sum(sum(length.values()) for length in lengths)
    streams = [sorted(length.values()) for length in lengths[:5]]
    merged = list(heapq.merge(*streams))
    largest = heapq.nlargest(5, merged)
    return total, across(90), merged[len(merged) // 2], sum(largest), heapq.nsmallest(9, merged)[-1]
