# finds: attribute asyncio.sleep left
import asyncio
# --- next cell
async def no_sleep(delay, result=None):
    return result

asyncio.sleep = no_sleep
print(asyncio.sleep.__name__)
