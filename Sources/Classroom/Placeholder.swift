/// A class.
public enum Placeholder {}
