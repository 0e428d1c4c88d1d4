"""Formats values into text in every way there is: f-strings, format, percent signs and padding."""

from string import Formatter, Template


class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        return f"{self.degrees:.1f}°" if spec == "short" else f"{self.degrees:{spec}} degrees"

    def __repr__(self):
        return f"Temperature({self.degrees!r})"


def rows(number):
    named = "{name:<12}|{value:>10,}|{share:6.1%}|{part[1]}|{warmth.degrees:.2f}"
    percent = "%-8s|%05d|%x|%.3e|%r|%%"
    letter = Template("Dear $name, you owe us ${sum} by $day.")
    formatter = Formatter()
    for index in range(number):
        name = f"item{index}"
        value = index * index * 37
        warmth = Temperature(index / 8)
        yield f"{name:>10}: {value:08d} {value:#x} {index:b} {warmth:short} {warmth:7.2f} {warmth!r}"
        yield named.format(name=name, value=value, share=index / number, part=("no", "yes"), warmth=warmth)
        yield percent % (name, index, value, value / 7, [name])
        yield name.center(20, "*") + str(value).zfill(12) + name.ljust(9) + name.rjust(9, ".")
        if index % 4 == 0:
            yield letter.substitute(name=name, sum=value, day="Monday")
            yield formatter.vformat("{0}-{1:^9}-{size!s:>5}", (index, name), {"size": value})


def work():
    length, spaces, last = 0, 0, ""
    for row in rows(5500):
        length += len(row)
        spaces += row.count(" ")
        last = row
    return length, spaces, last
