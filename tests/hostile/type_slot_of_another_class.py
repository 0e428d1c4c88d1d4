# ends: error TypeError
class Wide:
    __slots__ = tuple('abcdefgh')
class Narrow:
    __slots__ = ('x',)
Narrow.x = Wide.__dict__['h']
Narrow().x
