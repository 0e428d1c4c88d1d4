"""Runs programs of a small stack machine, whose instructions are objects."""


class Machine:
    def __init__(self, program):
        self.program = program
        self.stack = []
        self.slots = {}
        self.position = 0
        self.steps = 0

    def run(self):
        program = self.program
        while self.position < len(program):
            instruction = program[self.position]
            self.position += 1
            self.steps += 1
            instruction.execute(self)
        return self.slots


class Instruction:
    def execute(self, machine):
        raise NotImplementedError


class Push(Instruction):
    def __init__(self, value):
        self.value = value

    def execute(self, machine):
        machine.stack.append(self.value)


class Load(Instruction):
    def __init__(self, name):
        self.name = name

    def execute(self, machine):
        machine.stack.append(machine.slots[self.name])


class Store(Instruction):
    def __init__(self, name):
        self.name = name

    def execute(self, machine):
        machine.slots[self.name] = machine.stack.pop()


class Binary(Instruction):
    def execute(self, machine):
        right = machine.stack.pop()
        left = machine.stack.pop()
        machine.stack.append(self.calculate(left, right))

    def calculate(self, left, right):
        raise NotImplementedError


class Add(Binary):
    def calculate(self, left, right):
        return left + right


class Multiply(Binary):
    def calculate(self, left, right):
        return left * right


class Remainder(Binary):
    def calculate(self, left, right):
        return left % right


class Less(Binary):
    def calculate(self, left, right):
        return left < right


class Jump(Instruction):
    def __init__(self, target):
        self.target = target

    def execute(self, machine):
        machine.position = self.target


class JumpUnless(Jump):
    def execute(self, machine):
        if not machine.stack.pop():
            machine.position = self.target


def work():
    # total = 1; n = 0; while n < limit: total = (total * 31 + n) % 65521; n = n + 1
    program = [
        *(Push(1), Store("total"), Push(0), Store("n")),
        *(Load("n"), Load("limit"), Less(), JumpUnless(21)),
        *(Load("total"), Push(31), Multiply(), Load("n"), Add(), Push(65521), Remainder(), Store("total")),
        *(Load("n"), Push(1), Add(), Store("n"), Jump(4)),
    ]
    machine = Machine(program)
    machine.slots["limit"] = 12_000
    slots = machine.run()
    return slots["total"], slots["n"], machine.steps
