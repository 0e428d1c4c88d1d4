# ends: ok
class Blank:
    def __repr__(self):
        return ' \n\t\n '
Blank()
