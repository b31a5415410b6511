using System.Numerics;
using Territory.Model.Problems;

namespace Territory.Optimizer.Patterns;

/// <summary>Which days of a period each client is visited on: one of its allowed patterns for each, so that no day is overrun and all days carry their share.</summary>
/// <remarks>
/// The objective, to be least:
/// <code>
/// cost = sum over days d of  overload price * max(0, load(d) - capacity(d))
///      + sum over days d of  deviation price * |load(d) - target(d)|
///      + sum over clients c of  cost of the option chosen for c
/// load(d) = sum over clients c whose pattern includes d of  load per visit of c
/// </code>
/// Why the deviation of each day and not the peak above the mean: days differ (a short Saturday has a target of its own), targets are whole numbers where a mean is not,
/// and a sum over days tells a search for every move whether it helps, where a peak is moved only by who is visited on the fullest day. What it does not tell apart is one
/// day 20 over its target and two days 10 over: where that matters, a capacity between the two bends the price.
/// This is the assignment of days alone. Routes of a day, stocks that are drawn down between visits, and windows of single dates belong to problems that take its patterns.
/// </remarks>
public sealed class PatternProblem
{
    private readonly PatternDay[] days;
    private readonly PatternClient[] clients;

    /// <exception cref="InvalidInputException">Something is out of range; every fault is named with its place.</exception>
    public PatternProblem(IReadOnlyList<PatternDay> days, IReadOnlyList<PatternClient> clients, PatternPrices prices)
    {
        if (PatternInspection.Inspect(days, clients, prices) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        (this.days, this.clients, Prices) = ([.. days], [.. clients], prices);
        Loads = [.. clients.Select(client => client.LoadPerVisit)];
        OptionOffset = new int[clients.Count + 1];
        for (var client = 0; client < clients.Count; client++)
            OptionOffset[client + 1] = OptionOffset[client] + clients[client].Options.Count;
        OptionMask = [.. clients.SelectMany(client => client.Options, (_, option) => option.Pattern.Mask)];
        OptionCost = [.. clients.SelectMany(client => client.Options, (_, option) => option.Cost)];
    }

    public IReadOnlyList<PatternDay> Days => days;

    public IReadOnlyList<PatternClient> Clients => clients;

    public PatternPrices Prices { get; }

    /// <summary>Load per visit of each client.</summary>
    internal long[] Loads { get; }

    /// <summary>The options of client c are numbers OptionOffset[c] to OptionOffset[c + 1] of the two lists below.</summary>
    internal int[] OptionOffset { get; }

    internal ulong[] OptionMask { get; }

    internal long[] OptionCost { get; }

    /// <summary>The definition of cost, from nothing but the choices: for each client the number of its option.</summary>
    /// <exception cref="ArgumentException">There is not one choice for each client, or a client has no such option.</exception>
    public PatternCost Evaluate(IReadOnlyList<int> choices)
    {
        RequireChoices(choices);
        var loads = LoadOfDays(choices);
        var (overload, deviation, patterns) = (0L, 0L, 0L);
        for (var day = 0; day < days.Length; day++)
        {
            overload += Prices.Overload * Math.Max(0, loads[day] - days[day].Capacity);
            deviation += Prices.Deviation * Math.Abs(loads[day] - days[day].Target);
        }

        for (var client = 0; client < clients.Length; client++)
            patterns += clients[client].Options[choices[client]].Cost;
        return new PatternCost(overload, deviation, patterns);
    }

    /// <summary>What each day has to take.</summary>
    /// <exception cref="ArgumentException">There is not one choice for each client, or a client has no such option.</exception>
    public long[] LoadOfDays(IReadOnlyList<int> choices)
    {
        RequireChoices(choices);
        var loads = new long[days.Length];
        for (var client = 0; client < clients.Length; client++)
        {
            for (var rest = OptionMask[OptionOffset[client] + choices[client]]; rest != 0; rest &= rest - 1)
                loads[BitOperations.TrailingZeroCount(rest)] += Loads[client];
        }

        return loads;
    }

    private void RequireChoices(IReadOnlyList<int> choices)
    {
        if (choices.Count != clients.Length)
            throw new ArgumentException($"{clients.Length} clients need as many choices; there are {choices.Count}.", nameof(choices));
        for (var client = 0; client < clients.Length; client++)
        {
            if ((uint)choices[client] >= (uint)clients[client].Options.Count)
                throw new ArgumentException($"Client {client} has no option {choices[client]}.", nameof(choices));
        }
    }
}
