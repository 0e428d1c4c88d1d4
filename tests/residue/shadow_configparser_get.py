# finds: shadow configparser.ConfigParser.get reverted
import configparser
from unittest.mock import patch

parser = configparser.ConfigParser()
parser.read_string('[main]\nsize = 3\n')
with patch.object(configparser.ConfigParser, 'get', lambda self, *args, **kw: 'fixed'):
    value = parser.get('main', 'size')
print(value, parser.get('main', 'size'))
