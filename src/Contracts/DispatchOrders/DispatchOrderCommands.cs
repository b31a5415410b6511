using Territory.Model.DispatchOrders;

namespace Territory.Contracts.DispatchOrders;

/// <summary>Issues the vehicle's order, or its next version where the day has changed; what is the same already stays as it is.</summary>
/// <param name="Order">Its number and version are given by the actor.</param>
[GenerateSerializer, Immutable, Alias("territory.IssueDispatchOrder")]
public sealed record IssueDispatchOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DispatchOrder Order) : ICommand;

/// <summary>Takes the order back: the vehicle does not leave.</summary>
[GenerateSerializer, Immutable, Alias("territory.CancelDispatchOrder")]
public sealed record CancelDispatchOrder(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <param name="OnBehalf">Why the sender signs in the driver's place; null: for oneself.</param>
[GenerateSerializer, Immutable, Alias("territory.SignDispatchOrder")]
public sealed record SignDispatchOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int OrderVersion,
    [property: Id(2)] SignerRole Role,
    [property: Id(3)] string Name,
    [property: Id(4)] string? Attachment,
    [property: Id(5)] string? OnBehalf = null) : ICommand;

/// <summary>The driver accepts a version, or objects to it.</summary>
/// <param name="Objection">Null: accepted.</param>
/// <param name="OnBehalf">Why the sender speaks for the driver; null: the sender is the driver.</param>
[GenerateSerializer, Immutable, Alias("territory.AnswerDispatchOrder")]
public sealed record AnswerDispatchOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int OrderVersion,
    [property: Id(2)] string? Objection,
    [property: Id(3)] string? OnBehalf = null) : ICommand;

/// <summary>Closes the order with what was counted.</summary>
[GenerateSerializer, Immutable, Alias("territory.CloseDispatchOrder")]
public sealed record CloseDispatchOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int OrderVersion,
    [property: Id(2)] DispatchActuals Actuals) : ICommand;
