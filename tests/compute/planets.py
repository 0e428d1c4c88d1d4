"""Moves bodies by gravity: reads and writes of float attributes."""

import math


class Body:
    def __init__(self, mass, distance, angle):
        speed = 1 / math.sqrt(distance) if distance else 0.0
        self.mass = mass
        self.x = distance * math.cos(angle)
        self.y = distance * math.sin(angle)
        self.z = distance * 0.05
        self.vx = -speed * math.sin(angle)
        self.vy = speed * math.cos(angle)
        self.vz = 0.0


def attract(one, other, step):
    dx = other.x - one.x
    dy = other.y - one.y
    dz = other.z - one.z
    square = dx * dx + dy * dy + dz * dz + 1e-6
    pull = step / (square * math.sqrt(square))
    one.vx += dx * other.mass * pull
    one.vy += dy * other.mass * pull
    one.vz += dz * other.mass * pull
    other.vx -= dx * one.mass * pull
    other.vy -= dy * one.mass * pull
    other.vz -= dz * one.mass * pull


def energy(bodies):
    total = 0.0
    for index, one in enumerate(bodies):
        total += one.mass * (one.vx**2 + one.vy**2 + one.vz**2) / 2
        for other in bodies[index + 1 :]:
            total -= one.mass * other.mass / math.dist((one.x, one.y, one.z), (other.x, other.y, other.z))
    return total


def work():
    bodies = [Body(1.0, 0.0, 0.0)] + [Body(0.0001 * number, number, 2.4 * number) for number in range(1, 6)]
    pairs = [(one, other) for index, one in enumerate(bodies) for other in bodies[index + 1 :]]
    for _ in range(7000):
        for one, other in pairs:
            attract(one, other, 0.002)
        for body in bodies:
            body.x += body.vx * 0.002
            body.y += body.vy * 0.002
            body.z += body.vz * 0.002
    return round(energy(bodies) * 1e9), *(round(body.x * 1e6) for body in bodies)
