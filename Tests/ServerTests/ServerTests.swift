import Testing

@Suite(.serialized) struct ServerTests {}
