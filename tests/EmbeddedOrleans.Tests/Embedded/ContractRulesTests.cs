using Orleans.Runtime.Contracts;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>The embedded runtime refuses contracts that would need copying or could not move to a cluster, and says all that is wrong.</summary>
public sealed class ContractRulesTests
{
    [Fact]
    public void Check_OfGoodContracts_Accepts() => ContractRules.Check([typeof(IGood)]);

    [Fact]
    public void Check_OfBadContracts_ListsEveryOffence()
    {
        var message = Should.Throw<OrleansConfigurationException>(() => ContractRules.Check([typeof(IBad), typeof(IGood)])).Message;
        message.ShouldContain("break 12 rule(s)");
        message.ShouldContain("IBad: has no [Alias]");
        message.ShouldContain("TakesList, argument numbers");
        message.ShouldContain("TakesArray, argument numbers");
        message.ShouldContain("TakesMutable, argument mutable");
        message.ShouldContain("ReturnsList, result");
        message.ShouldContain("ReturnsNow: returns System.Int32");
        message.ShouldContain("Generic: only plain abstract methods");
        message.ShouldContain("get_Property: only plain abstract methods");
        message.ShouldContain("TakesTokenFirst, argument token: the cancellation token must be the last");
        message.ShouldContain("TakesByReference, argument number: passed by reference");
        message.ShouldContain("Unnamed: has no [Alias]");
        message.ShouldContain("Impostor: has the alias \"test.note\"");
        message.ShouldNotContain("IGood");
    }

    [Alias("test.rules.good")]
    private interface IGood : IGrainWithStringKey
    {
        ValueTask<Note> Message(Note note, Guid id, DateTimeOffset at, DayOfWeek day, int? maybe, CancellationToken cancellationToken);

        IAsyncEnumerable<decimal> Sequence(IGood other, GrainId id, string? text);
    }

    private interface IBad : IGrainWithStringKey
    {
        string Property { get; }

        Task TakesList(IReadOnlyList<int> numbers);

        Task TakesArray(int[] numbers);

        Task TakesMutable(Mutable mutable);

        Task<List<string>> ReturnsList();

        int ReturnsNow();

        Task Generic<T>(int number);

        Task TakesTokenFirst(CancellationToken token, int number);

        Task TakesByReference(in int number);

        Task TakesNote(Note note);

        Task TakesUnnamed(Unnamed unnamed);

        Task TakesImpostor(Impostor impostor);
    }

    [GenerateSerializer, Alias("test.rules.mutable")]
    private sealed class Mutable;

    [GenerateSerializer, Immutable]
    private sealed record Unnamed;

    [GenerateSerializer, Immutable, Alias("test.note")]
    private sealed record Impostor;
}
