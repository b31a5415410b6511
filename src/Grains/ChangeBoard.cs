using Territory.Contracts;

namespace Territory.Grains;

/// <summary>Counts changes in this process, so that whoever works from a copy asks the read model again only after one.</summary>
internal sealed class ChangeBoard
{
    private long publications = 1;
    private long masterData = 1;

    /// <summary>Publications of plans.</summary>
    public long Publications => Interlocked.Read(ref publications);

    /// <summary>Registrations and changes of files, regions and product lists.</summary>
    public long MasterData => Interlocked.Read(ref masterData);

    public void PlanPublished() => Interlocked.Increment(ref publications);

    /// <summary>Counts an accepted change of master data, and gives its answer on.</summary>
    public CommandResult NoteMasterData(CommandResult result)
    {
        if (result.Accepted)
            Interlocked.Increment(ref masterData);
        return result;
    }
}
