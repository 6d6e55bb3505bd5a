def hint_for(error, filename, source):
    return None
