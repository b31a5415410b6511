using Territory.Contracts;
using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Jobs;

/// <summary>What a job came to.</summary>
/// <param name="Texts">What is put on record before the end.</param>
/// <param name="End">Puts the end on record.</param>
internal sealed record LabJobResult(IEnumerable<LabTextRecorded> Texts, Func<CommandHeader, Task<CommandResult>> End);
