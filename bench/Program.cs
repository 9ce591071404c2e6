using Loim.Bench.Floor;

if (args is ["floor", var port, var folder, var rows])
{
    return await FloorServer.Run(int.Parse(port, null), folder, int.Parse(rows, null));
}
return 1;
