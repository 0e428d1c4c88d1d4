# ends: waiting
class Asks(Exception):
    def __str__(self):
        return input('what is wrong? ')
raise Asks
