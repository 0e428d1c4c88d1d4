# finds: attribute Robot.greet left
class Robot:
    def __init__(self, name):
        self.name = name

def greet(self):
    return 'I am ' + self.name

Robot.greet = greet
print(Robot('R2').greet())
