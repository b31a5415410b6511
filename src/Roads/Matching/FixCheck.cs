using System.Globalization;
using Territory.Model.Problems;

namespace Territory.Roads.Matching;

/// <summary>Finds what is wrong with a track.</summary>
internal static class FixCheck
{
    private const int MostListed = 100;

    /// <exception cref="InvalidInputException">Lists every problem, of many the first hundred; lines are numbers of fixes, from 1.</exception>
    public static void Require(IReadOnlyList<GpsFix> fixes)
    {
        var problems = new List<Problem>();
        for (var i = 0; i < fixes.Count; i++)
        {
            if (!fixes[i].Location.IsValid)
                problems.Add(new Problem("track.fix.location", "A fix needs a longitude within 180 and a latitude within 90 degrees.", Line: i + 1, Field: "location", Value: fixes[i].Location.ToString()));
            if (i > 0 && fixes[i].Time <= fixes[i - 1].Time)
                problems.Add(new Problem("track.fix.time", "Each fix is later than the one before; sort the track and leave out repetitions.", Line: i + 1, Field: "time", Value: fixes[i].Time.ToString("O", CultureInfo.InvariantCulture)));
            if (fixes[i].AccuracyMeters is { } accuracy && (!(accuracy > 0) || !double.IsFinite(accuracy)))
                problems.Add(new Problem("track.fix.accuracy", "An accuracy is a positive number of metres, or absent.", Line: i + 1, Field: "accuracy", Value: accuracy.ToString(CultureInfo.InvariantCulture)));
        }

        if (problems.Count == 0)
            return;
        var more = problems.Count - MostListed;
        if (more > 0)
        {
            problems.RemoveRange(MostListed, more);
            problems.Add(new Problem("track.fixes.more", string.Create(CultureInfo.InvariantCulture, $"{more} more problems are not listed.")));
        }

        throw new InvalidInputException(problems);
    }
}
