"""Raises exceptions through many frames, with finally, chains, groups of handlers and attributes."""


class Problem(Exception):
    def __init__(self, message, depth):
        super().__init__(message)
        self.depth = depth


class Worse(Problem):
    pass


class Hidden(ValueError):
    pass


def descend(depth, number, trail):
    if depth == 0:
        if number % 4 == 0:
            raise Problem("at the bottom", number)
        if number % 4 == 1:
            raise Hidden(number)
        if number % 4 == 2:
            return {}["missing"]
        return [][number]
    try:
        return descend(depth - 1, number, trail)
    except Hidden as error:
        if depth == 20:
            raise Worse("found it", depth) from error
        raise
    except KeyError:
        if depth == 10:
            return depth
        raise
    finally:
        trail[depth] += 1


def chain_length(error):
    length = 0
    while error is not None:
        length += 1
        error = error.__cause__ or error.__context__
    return length


def frames(error):
    trace, count = error.__traceback__, 0
    while trace is not None:
        count += 1
        trace = trace.tb_next
    return count


def work():
    trail = [0] * 41
    total = 0
    for number in range(4500):
        try:
            total += descend(40, number, trail)
        except Worse as error:
            total += error.depth + chain_length(error)
        except Problem as error:
            total += error.depth + frames(error)
        except (LookupError, ArithmeticError) as error:
            total += len(error.args)
        else:
            total += 1
    return total, sum(trail)
