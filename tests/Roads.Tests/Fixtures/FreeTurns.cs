using Territory.Model.Travel;
using Territory.Roads.Profiles;

namespace Territory.Roads.Tests.Fixtures;

/// <summary>The embedded profiles without what turns cost, for comparison with methods that know roads and nothing of turns.</summary>
public static class FreeTurns
{
    public static TravelProfile For(TravelMode mode)
    {
        using var file = new TemporaryFile(".json");
        File.WriteAllText(file.Path, $$"""
            {
              "name": "{{mode}} with free turns",
              "base": "{{mode.ToString().ToLowerInvariant()}}",
              "turns": {
                "obeysRestrictions": false, "nearSideSeconds": 0, "farSideSeconds": 0, "signalSeconds": 0, "uTurnSeconds": 0, "allowsUTurns": true
              }
            }
            """);
        return TravelProfile.Read(file.Path);
    }
}
