using Territory.Contracts;

namespace Territory.ReadModel.Actors;

/// <summary>The failures of a fold: they mean that a stream holds what its actor would never have written.</summary>
internal static class UnexpectedEvent
{
    public static InvalidOperationException Unknown(string kind, IEvent @event) =>
        new($"A {kind} stream holds {@event.GetType().Name}, which is no event of a {kind}.");

    public static InvalidOperationException BeforeCreation(string kind, IEvent @event) =>
        new($"A {kind} stream holds {@event.GetType().Name} before the {kind} exists.");
}
