# ends: error Own
class Own(BaseException):
    def __str__(self):
        raise self
raise Own
