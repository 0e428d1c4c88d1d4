"""Drives coroutines by hand: tasks that pass messages by send, throw and close, in a scheduler of a few lines."""

from collections import deque


class Stop(Exception):
    pass


def worker(number, inboxes):
    handled = 0
    try:
        while True:
            message = yield ("receive", number)
            handled += 1
            if message > 0:
                yield ("send", (number * 5 + message) % len(inboxes), message - 1)
    except Stop:
        return handled


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def run(size, messages):
    inboxes = [deque() for _ in range(size)]
    workers = [worker(number, inboxes) for number in range(size)]
    requests = [task.send(None) for task in workers]
    for number in range(messages):
        inboxes[number % size].append(40 + number % 13)
    waiting = deque(range(size))
    idle = 0
    while idle < size:
        number = waiting.popleft()
        waiting.append(number)
        request = requests[number]
        if request[0] == "send":
            inboxes[request[1]].append(request[2])
            requests[number] = next(workers[number])
            idle = 0
        elif inboxes[number]:
            requests[number] = workers[number].send(inboxes[number].popleft())
            idle = 0
        else:
            idle += 1
    handled = []
    for task in workers:
        try:
            task.throw(Stop())
        except StopIteration as end:
            handled.append(end.value)
    return handled


def work():
    handled = run(24, 1500)
    average = averager()
    next(average)
    last = 0
    for number in range(180_000):
        last = average.send(number ^ last)
    average.close()
    return sum(handled), max(handled), last
