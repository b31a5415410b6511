using System.Security.Cryptography;
using System.Text;
using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>Keeps a market census (市场普查) by the hash of its text; the same text again changes nothing.</summary>
/// <param name="Csv">An outlet table with cell, our share and rivals' shares.</param>
[GenerateSerializer, Immutable, Alias("territory.KeepLabCensus")]
public sealed record KeepLabCensus(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Name,
    [property: Id(2)] string Csv) : ICommand
{
    /// <summary>The name of a census: the SHA-256 of its UTF-8 text in lower hexadecimal digits.</summary>
    public static string HashOf(string csv) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv)));
}

/// <param name="Census">The hash of its text.</param>
/// <param name="Name">What people call it.</param>
[GenerateSerializer, Immutable, Alias("territory.LabCensusKept")]
public sealed record LabCensusKept(
    [property: Id(0)] string Census,
    [property: Id(1)] string Name,
    [property: Id(2)] int Terminals,
    [property: Id(3)] int Bytes,
    [property: Id(4)] UserId By,
    [property: Id(5)] DateTimeOffset At) : IEvent;
