# ends: ok
class Lonely:
    def __repr__(self):
        return '\ud83d' * 1000
lonely = Lonely()
lonely
