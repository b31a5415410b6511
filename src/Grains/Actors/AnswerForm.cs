using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Contracts.Plans;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;

namespace Territory.Grains.Actors;

/// <summary>How the answer to a command is recorded beside it, and how it gets its journal position, which is only known afterwards.</summary>
internal sealed class AnswerForm<TAnswer>(JsonTypeInfo<TAnswer> json, Func<TAnswer, CommandResult> outcomeOf, Func<TAnswer, CommandResult, TAnswer> withOutcome)
    where TAnswer : class
{
    public byte[] Write(TAnswer answer) => CompactJson.Write(answer, json);

    public TAnswer Read(ReadOnlyMemory<byte> recorded) =>
        JsonSerializer.Deserialize(recorded.Span, json) ?? throw new JsonException("A recorded answer is null.");

    public TAnswer At(TAnswer answer, long position) => withOutcome(answer, outcomeOf(answer) with { Position = position });
}

/// <summary>The forms of the answers that commands have.</summary>
internal static class AnswerForms
{
    public static AnswerForm<CommandResult> Command { get; } = new(MessageJsonContext.Default.CommandResult, answer => answer, (_, outcome) => outcome);

    public static AnswerForm<StockResult> Stock { get; } =
        new(MessageJsonContext.Default.StockResult, answer => answer.Outcome, (answer, outcome) => answer with { Outcome = outcome });

    public static AnswerForm<CountResult> Count { get; } =
        new(MessageJsonContext.Default.CountResult, answer => answer.Outcome, (answer, outcome) => answer with { Outcome = outcome });

    public static AnswerForm<DeliveryPlanResult> DeliveryPlan { get; } =
        new(MessageJsonContext.Default.DeliveryPlanResult, answer => answer.Outcome, (answer, outcome) => answer with { Outcome = outcome });

    public static AnswerForm<VisitPlanResult> VisitPlan { get; } =
        new(MessageJsonContext.Default.VisitPlanResult, answer => answer.Outcome, (answer, outcome) => answer with { Outcome = outcome });

    public static AnswerForm<LabScenarioSavedResult> LabScenario { get; } =
        new(MessageJsonContext.Default.LabScenarioSavedResult, answer => answer.Outcome, (answer, outcome) => answer with { Outcome = outcome });
}
