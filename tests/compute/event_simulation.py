"""Plays the day of a shop: events in a heap, customers with states, callbacks and queues."""

import heapq
from collections import defaultdict, deque
from itertools import count


class Clock:
    def __init__(self):
        self.now = 0
        self.events = []
        self.numbers = count()

    def after(self, delay, action, *args):
        heapq.heappush(self.events, (self.now + delay, next(self.numbers), action, args))

    def run(self, end):
        while self.events and self.events[0][0] <= end:
            self.now, _, action, args = heapq.heappop(self.events)
            action(*args)


class Customer:
    def __init__(self, number, shop, items):
        self.number = number
        self.shop = shop
        self.items = items
        self.state = "shopping"
        self.came = shop.clock.now
        shop.clock.after(items * 4, self.queue_up)

    def queue_up(self):
        self.state = "waiting"
        till = min(self.shop.tills, key=lambda till: (len(till.queue) + till.busy, till.number))
        till.join(self)

    def leave(self):
        self.state = "gone"
        self.shop.stays[self.items].append(self.shop.clock.now - self.came)


class Till:
    def __init__(self, number, shop):
        self.number = number
        self.shop = shop
        self.queue = deque()
        self.busy = False
        self.longest = 0

    def join(self, customer):
        self.queue.append(customer)
        self.longest = max(self.longest, len(self.queue))
        if not self.busy:
            self.serve()

    def serve(self):
        self.busy = bool(self.queue)
        if self.busy:
            customer = self.queue.popleft()
            self.shop.clock.after(5 + 2 * customer.items, self.finish, customer)

    def finish(self, customer):
        customer.leave()
        self.serve()


class Shop:
    def __init__(self, tills):
        self.clock = Clock()
        self.tills = [Till(number, self) for number in range(tills)]
        self.stays = defaultdict(list)
        self.customers = []
        self.seed = 41

    def open(self):
        self.seed = (self.seed * 1103515245 + 12345) % 2147483648
        self.customers.append(Customer(len(self.customers), self, (self.seed >> 16) % 24 + 1))
        self.clock.after((self.seed >> 20) % 13 + 1, self.open)


def work():
    shop = Shop(5)
    shop.open()
    shop.clock.run(80_000)
    stays = [stay for group in shop.stays.values() for stay in group]
    waiting = sum(customer.state == "waiting" for customer in shop.customers)
    return len(shop.customers), sum(stays), max(stays), waiting, [till.longest for till in shop.tills][0]
