using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Columns;

/// <summary>The reps of a region, each with a stretch of the sweep's order as territory; a change of their number cuts it anew.</summary>
internal sealed class RepRoster(LabFieldForce force)
{
    private const int ClassCount = 3;

    private readonly List<int> practice = [];
    private int[] next = [];

    public int Count { get; private set; }

    public void Staff(DateOnly date, int terminals)
    {
        var count = 0;
        foreach (var change in force.Staffing)
        {
            if (change.From <= date)
                count = change.Reps;
        }

        if (count == Count)
            return;
        Count = count;
        while (practice.Count < count)
            practice.Add(force.OpeningPractice);
        // Who leaves takes the practice along.
        practice.RemoveRange(count, practice.Count - count);
        next = new int[count * ClassCount];
        for (var rep = 0; rep < count; rep++)
            Array.Fill(next, FirstOf(rep, terminals), rep * ClassCount, ClassCount);
    }

    public int FirstOf(int rep, int terminals) => (int)((long)rep * terminals / Count);

    /// <summary>Where the round of a rep through the terminals of a class goes on.</summary>
    public ref int NextOf(int rep, int rank) => ref next[(rep * ClassCount) + rank];

    public int PracticeOf(int rep) => practice[rep];

    public void AddPractice(int rep, int calls) => practice[rep] += calls;

    public double MeanSkill => Count == 0 ? 0 : practice.Sum(calls => RepSkill.Of(calls, force)) / Count;

    public int Trained => practice.Count(calls => calls >= force.TrainedPractice);
}
