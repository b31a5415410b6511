using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Files;

public sealed class MatrixFileTests
{
    /// <summary>The layout is the one the command's contract states: int32 n, seconds row by row, metres, unreachable NaN.</summary>
    [Fact]
    public void Write_Matrix_HasTheStatedLayout()
    {
        using var file = new TemporaryFile(".bin");

        MatrixFile.Write(new TravelMatrix(2, [0, 90, -1, 0], [0, 1500, -1, 0], "test"), file.Path);

        using var reader = new BinaryReader(File.OpenRead(file.Path));
        reader.ReadInt32().ShouldBe(2);
        float[] values = [.. Enumerable.Range(0, 8).Select(_ => reader.ReadSingle())];
        values.ShouldBe([0, 90, float.NaN, 0, 0, 1500, float.NaN, 0]);
        reader.BaseStream.Position.ShouldBe(reader.BaseStream.Length);
    }

    [Fact]
    public void Write_FolderThatDoesNotExist_IsAProblemAndLeavesNothing()
    {
        var path = Path.Combine(Path.GetTempPath(), $"roads-{Guid.NewGuid():N}", "matrix.bin");

        Should.Throw<InvalidInputException>(() => MatrixFile.Write(new TravelMatrix(1, [0], [0], "test"), path)).Problems[0].File.ShouldBe(path);
    }
}
