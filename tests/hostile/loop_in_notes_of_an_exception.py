# ends: endless
class Notes(list):
    def __iter__(self):
        while True:
            yield 'note'
error = ValueError('noted')
error.__notes__ = Notes(['note'])
raise error
