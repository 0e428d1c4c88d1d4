# finds: registry configparser.RawConfigParser.BOOLEAN_STATES left
import configparser

class German(configparser.ConfigParser):
    pass

German.BOOLEAN_STATES.update(ja=True, nein=False)
