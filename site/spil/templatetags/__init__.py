"""Template tags that every app's templates may load; they know words and shapes, never a model."""
