using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FairDispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AcceptedAt",
                table: "receipts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Cost",
                table: "receipts",
                type: "REAL",
                nullable: false,
                defaultValue: 1.0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "FinalAt",
                table: "receipts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "receipts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Turn",
                table: "receipts",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Instant = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BornAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Turn",
                table: "receipts",
                columns: new[] { "State", "Turn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clocks");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Turn",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "AcceptedAt",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Cost",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "FinalAt",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "receipts");
        }
    }
}
