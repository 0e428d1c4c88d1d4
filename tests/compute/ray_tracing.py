"""Draws a scene of spheres by following rays: many small objects with operators."""

import math


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade, mirror):
        self.centre = centre
        self.radius = radius
        self.shade = shade
        self.mirror = mirror

    def distance(self, start, direction):
        """How far the ray goes until it meets the sphere, or None."""
        towards = self.centre - start
        along = towards.dot(direction)
        inside = along * along - towards.dot(towards) + self.radius * self.radius
        if inside < 0:
            return None
        nearest = along - math.sqrt(inside)
        return nearest if nearest > 1e-4 else None


class Floor:
    shade = 0.6
    mirror = 0.2

    def distance(self, start, direction):
        if direction.y > -1e-6:
            return None
        return (start.y + 1) / -direction.y


class Scene:
    def __init__(self):
        self.light = Vector(4.0, 6.0, -3.0)
        self.things = [Floor()]
        for number in range(5):
            centre = Vector(number - 2.0, 0.3 * (number % 3), 4.0 + number * 0.7)
            self.things.append(Sphere(centre, 0.6, 0.3 + 0.15 * number, 0.1 * number))

    def nearest(self, start, direction):
        found, shortest = None, math.inf
        for thing in self.things:
            distance = thing.distance(start, direction)
            if distance is not None and distance < shortest:
                found, shortest = thing, distance
        return found, shortest

    def brightness(self, start, direction, depth):
        thing, distance = self.nearest(start, direction)
        if thing is None:
            return 0.2 + 0.3 * abs(direction.y)
        place = start + direction * distance
        normal = (place - thing.centre).unit() if isinstance(thing, Sphere) else Vector(0.0, 1.0, 0.0)
        towards = (self.light - place).unit()
        lit = max(0.0, normal.dot(towards))
        if lit and self.nearest(place, towards)[0] is not None:
            lit = 0.0
        result = thing.shade * (0.1 + 0.9 * lit)
        if depth and thing.mirror:
            bounced = direction - normal * (2 * direction.dot(normal))
            result += thing.mirror * self.brightness(place, bounced, depth - 1)
        return result


def work():
    scene = Scene()
    eye = Vector(0.0, 0.5, -2.0)
    width, height = 96, 64
    total = 0
    for row in range(height):
        for column in range(width):
            direction = Vector((column - width / 2) / width, (height / 2 - row) / width, 1.0).unit()
            total += round(scene.brightness(eye, direction, 2) * 1000)
    return total
