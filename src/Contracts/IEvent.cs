namespace Territory.Contracts;

/// <summary>Something that happened, in the past tense. Events are the journal's content and never change their meaning.</summary>
public interface IEvent;
