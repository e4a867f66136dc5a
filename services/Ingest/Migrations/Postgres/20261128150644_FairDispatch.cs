using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FairDispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AcceptedAt",
                schema: "ingest",
                table: "receipts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Cost",
                schema: "ingest",
                table: "receipts",
                type: "double precision",
                nullable: false,
                defaultValue: 1.0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                schema: "ingest",
                table: "receipts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "FinalAt",
                schema: "ingest",
                table: "receipts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                schema: "ingest",
                table: "receipts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Turn",
                schema: "ingest",
                table: "receipts",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateTable(
                name: "clocks",
                schema: "ingest",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Instant = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BornAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Turn",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "State", "Turn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clocks",
                schema: "ingest");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Turn",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "AcceptedAt",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Cost",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Faults",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "FinalAt",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Owner",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Turn",
                schema: "ingest",
                table: "receipts");
        }
    }
}
