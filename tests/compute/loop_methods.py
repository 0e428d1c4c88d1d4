"""Calls methods of an instance."""


class Turtle:
    def __init__(self):
        self.x = 0
        self.steps = 0

    def forward(self, distance):
        self.x += distance
        self.step()

    def step(self):
        self.steps += 1

    def place(self):
        return self.x


def work():
    turtle = Turtle()
    total = 0
    for number in range(260_000):
        turtle.forward(number & 7)
        total ^= turtle.place()
    return total, turtle.x, turtle.steps
