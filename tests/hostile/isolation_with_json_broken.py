# ends: waiting | error TypeError
import isolation, json
json.dumps = lambda value: '[]'
json.loads = None
isolation.run('pass')
