namespace Territory.Grains.Tests.Fixtures;

/// <summary>Somebody worked out the past of a <see cref="PresentJournal"/>.</summary>
internal sealed class PastAskedException() : InvalidOperationException("The past of the journal was asked for.");
